package sockshell.repl.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import sockshell.repl.typing.Completion;
import sockshell.repl.typing.Context;
import sockshell.repl.typing.Continuation;

/**
 * Tells the line editor which word is completed, and whether Enter ends what is typed: many lines
 * that were pasted are one text.
 */
public final class EditorParser implements Parser {
    private final Supplier<Context> context;

    public EditorParser(Supplier<Context> context) {
        this.context = context;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext asked) {
        if (asked == ParseContext.ACCEPT_LINE || asked == ParseContext.SECONDARY_PROMPT) {
            refuseUnfinished(line);
        }
        return new Line(line, cursor, Completion.typed(line, cursor, context.get()));
    }

    private void refuseUnfinished(String line) {
        Optional<String> missing = new Continuation(context.get().language()).missing(line);
        if (missing.isPresent()) {
            throw new EOFError(-1, -1, "more is to come", missing.get());
        }
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /** The line as one word: that in front of the cursor, which is completed. */
    private record Line(String line, int cursor, String word) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.length();
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }
}
