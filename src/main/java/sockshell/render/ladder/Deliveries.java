package sockshell.render.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.lang.catalogue.Catalogue;
import sockshell.render.picture.BufferPicture.Origin;
import sockshell.session.told.Moment;
import sockshell.session.told.Survey.Held;
import sockshell.sys.Bytes;
import sockshell.sys.Constants;

/** Which calls sent what a socket has to read: told only where the bytes themselves agree. */
public final class Deliveries {
    /** A call that sent something, and what of it has gone. */
    record Sent(String call, Bytes data) {}

    private final Telling telling;

    public Deliveries(List<Moment> moments, Constants constants, Catalogue catalogue) {
        telling = new Telling(new CallText(constants, catalogue), constants, moments);
    }

    /** Of a stream: so many bytes wait, and these are the first of them. */
    public List<Origin> stream(Held held, Bytes first, long waiting) {
        List<Sent> sent = telling.sentTo(held);
        int begin = sent.size();
        long covered = 0;
        while (begin > 0 && covered < waiting) {
            begin--;
            covered += sent.get(begin).data().length();
        }
        long read = covered - waiting;
        return read < 0 ? List.of() : origins(sent.subList(begin, sent.size()), read, first);
    }

    private static List<Origin> origins(List<Sent> sent, long read, Bytes first) {
        List<Origin> origins = new ArrayList<>();
        long at = -read;
        for (Sent each : sent) {
            long from = Math.max(0, at);
            if (!agrees(each.data(), at, first)) {
                return List.of();
            }
            at += each.data().length();
            origins.add(new Origin(each.call(), from, at - from));
        }
        return origins;
    }

    /** Sent bytes, the first of which stands at a place before or within the waiting ones. */
    private static boolean agrees(Bytes data, long at, Bytes first) {
        int from = (int) Math.max(0, -at);
        int to = Math.clamp(first.length() - at, from, data.length());
        int there = Math.clamp(at, 0, first.length());
        return data.slice(from, to).equals(first.slice(there, there + to - from));
    }

    /** Of datagrams: the one that is next, if no other had the same bytes. */
    public List<Origin> datagram(Held held, Bytes next) {
        List<Sent> same =
                telling.sentTo(held).stream().filter(each -> each.data().equals(next)).toList();
        Optional<Sent> only = same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
        return only.map(each -> List.of(new Origin(each.call(), 0, next.length())))
                .orElse(List.of());
    }
}
