package sockshell.transcript.packets;

import java.util.List;

/** What there is of a session's packets. */
public sealed interface Packets {

    /** These, and what whoever opens the file has to know of them. */
    record Some(List<Packet> packets, String comment) implements Packets {
        public Some {
            packets = List.copyOf(packets);
        }
    }

    /** None at all, and why: an empty file would not say so. */
    record None(String reason) implements Packets {}
}
