package sockshell.transcript.packets;

import sockshell.sys.Bytes;

/**
 * An IP packet, or its beginning where the length is more than its bytes. The time is in
 * nanoseconds, since 1970 or since the session began.
 */
public record Packet(long nanos, Bytes bytes, int length, String comment) {
    Packet(long nanos, Bytes bytes, String comment) {
        this(nanos, bytes, bytes.length(), comment);
    }
}
