package sockshell.transcript.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sockshell.render.Prose;
import sockshell.render.Text;
import sockshell.render.ladder.Row;

/**
 * A story as text that Mermaid draws, a sequenceDiagram: for documents that have one in them.
 * Processes are numbered, and their names are only shown, as a name may be one of Mermaid's words.
 */
public final class Mermaid {
    /* Mermaid breaks no lines by itself */
    private static final int NOTE = 48;

    private final Story story;
    private final List<String> lines = new ArrayList<>();
    private final List<Boolean> asleep = new ArrayList<>();

    private Mermaid(Story story) {
        this.story = story;
    }

    public static String of(Story story) {
        return new Mermaid(story).written();
    }

    private String written() {
        lines.add("sequenceDiagram");
        for (int i = 0; i < story.columns().size(); i++) {
            lines.add("    participant p" + i + " as " + MermaidText.of(story.columns().get(i)));
            asleep.add(false);
        }
        story.introduction().forEach(this::across);
        story.steps().stream().flatMap(step -> step.items().stream()).forEach(this::item);
        return String.join("\n", lines) + "\n";
    }

    private void item(Item item) {
        switch (item) {
            case Item.Note(String text) -> across(text);
            case Item.Gap(double seconds) -> across(Picture.seconds(seconds) + " s later");
            case Item.More(int turns, List<Row> rows) -> {
                across("… " + turns + " more like these");
                rows.forEach(this::pass);
            }
            case Item.Aside aside -> beside(aside.column(), aside.what() + " " + aside.result());
            case Item.Shown(Row row) -> row(row);
        }
    }

    private void row(Row row) {
        switch (row) {
            case Row.Call call -> {
                pass(call);
                String result = call.result().isEmpty() ? "" : " = " + call.result();
                beside(call.column(), call.call() + result);
            }
            case Row.Blocks blocks -> {
                beside(blocks.column(), blocks.call() + " blocked");
                pass(blocks);
            }
            case Row.Begins(_, int parent, int column) -> message(parent, "-->>", column, "fork");
            case Row.Ends ends -> {
                pass(ends);
                beside(ends.column(), "ends");
            }
            case Row.Arrow(_, int from, int to, String label, Row.Kind kind) ->
                    message(from, arrow(kind), to, label);
        }
    }

    /** A bar on the line of whoever sleeps; Mermaid refuses to end one that has not begun. */
    private void pass(Row row) {
        switch (row) {
            case Row.Call call -> wake(call.column());
            case Row.Ends ends -> wake(ends.column());
            case Row.Blocks blocks -> {
                if (!asleep.set(blocks.column(), true)) {
                    lines.add("    activate p" + blocks.column());
                }
            }
            case Row.Begins _, Row.Arrow _ -> {}
        }
    }

    private void wake(int column) {
        if (asleep.set(column, false)) {
            lines.add("    deactivate p" + column);
        }
    }

    private static String arrow(Row.Kind kind) {
        return switch (kind) {
            case SETUP -> "-)";
            case DATA -> "->>";
            case END -> "-->>";
            case RESET -> "-x";
        };
    }

    private void message(int from, String arrow, int to, String text) {
        lines.add("    p" + from + arrow + "p" + to + ": " + MermaidText.of(text));
    }

    private void beside(int column, String text) {
        lines.add("    Note right of p" + column + ": " + MermaidText.of(text));
    }

    private void across(String text) {
        int last = story.columns().size() - 1;
        if (last >= 0) {
            String over = last == 0 ? "p0" : "p0,p" + last;
            String wrapped =
                    Prose.wrapped(Text.of(text), NOTE, 0).stream()
                            .map(line -> MermaidText.of(line.toString()))
                            .collect(Collectors.joining("<br/>"));
            lines.add("    Note over " + over + ": " + wrapped);
        }
    }
}
