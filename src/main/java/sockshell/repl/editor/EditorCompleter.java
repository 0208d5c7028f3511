package sockshell.repl.editor;

import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import sockshell.render.Text;
import sockshell.repl.typing.Completion;
import sockshell.repl.typing.Context;
import sockshell.repl.typing.Offer;

/** Hands the line editor what could be typed next. */
public final class EditorCompleter implements Completer {
    private final Supplier<Context> context;

    public EditorCompleter(Supplier<Context> context) {
        this.context = context;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<Offer> offers = Completion.at(line.line(), line.cursor(), context.get()).offers();
        for (int i = 0; i < offers.size(); i++) {
            candidates.add(candidate(offers.get(i), i));
        }
    }

    /**
     * A bracket is a suffix, which a blank typed behind it takes away again: that makes {@code
     * listen l} of {@code listen(}. JLine knows what is not there as null, and has no other way.
     */
    private static Candidate candidate(Offer offer, int place) {
        boolean blank = offer.end().equals(" ");
        boolean bracket = offer.end().equals("(");
        return new Candidate(
                blank ? offer.text() : offer.whole(),
                Text.of(offer.text()).toString(),
                offer.group(),
                offer.description().isEmpty() ? null : Text.of(offer.description()).toString(),
                bracket ? offer.end() : null,
                null,
                blank,
                place);
    }
}
