package sockshell.transcript.drawing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sockshell.lang.catalogue.Outcome;
import sockshell.render.Text;
import sockshell.render.ladder.Folding;
import sockshell.render.ladder.Folding.Piece;
import sockshell.render.ladder.Row;
import sockshell.session.told.Event;
import sockshell.session.told.Moment;
import sockshell.sys.Bytes;
import sockshell.transcript.Beat;

/**
 * Cuts beats into steps: a statement begins one, and so does what comes by itself after a pause.
 */
final class Storyteller {
    /** What a picture can hold; a loop of many turns is folded before. */
    private static final int MOST = 1000;

    /* of a paragraph */
    private static final int LONGEST = 2000;

    private final Cast cast;
    private final Sentences sentences;
    private final List<String> introduction = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private final List<Item> waiting = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Set<String> silent = new HashSet<>();
    private Beat.Typed typed = new Beat.Typed(0, "", "");
    private boolean begun;
    private int drawn;
    private int leftOut;

    Storyteller(Cast cast, Sentences sentences) {
        this.cast = cast;
        this.sentences = sentences;
    }

    Story story(String title, List<Beat> beats) {
        beats.forEach(this::take);
        endParagraph();
        takeWaiting();
        endStep();
        if (leftOut > 0) {
            Item note = new Item.Note("And " + leftOut + " more steps.");
            steps.add(new Step(0, "", "", List.of(note), List.of()));
        }
        return new Story(title, introduction, cast.columns(), steps);
    }

    private void take(Beat beat) {
        switch (beat) {
            case Beat.Said(String text) -> said(text.strip());
            case Beat.Paused(double seconds) -> {
                endParagraph();
                waiting.add(new Item.Gap(seconds));
            }
            case Beat.Typed statement -> {
                endParagraph();
                beginStep(statement);
            }
            case Beat.Happened(Moment moment) -> {
                endParagraph();
                happened(moment);
            }
        }
    }

    /** Lines of prose belong together until an empty one. */
    private void said(String text) {
        if (text.isEmpty()) {
            endParagraph();
        } else {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(text);
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            String text = Text.of(paragraph.toString()).cut(LONGEST, "…").toString();
            if (begun) {
                waiting.add(new Item.Note(text));
            } else {
                introduction.add(text);
            }
            paragraph.setLength(0);
        }
    }

    private void beginStep(Beat.Typed statement) {
        endStep();
        begun = true;
        typed = statement;
        takeWaiting();
        sentences.begin(statement.process());
    }

    /** What waited for the next step is its own beginning. */
    private void takeWaiting() {
        for (Item each : waiting) {
            endRows();
            items.add(each);
            if (each instanceof Item.Note(String text)) {
                told.add(new Told(Told.Kind.PROSE, text));
            }
        }
        waiting.clear();
    }

    private void endRows() {
        for (Piece piece : Folding.of(List.copyOf(rows))) {
            items.add(
                    switch (piece) {
                        case Piece.Shown(Row row) -> new Item.Shown(row);
                        case Piece.More(int turns, List<Row> more) -> new Item.More(turns, more);
                    });
        }
        rows.clear();
    }

    private void endStep() {
        endRows();
        if (!items.isEmpty() || !told.isEmpty() || typed.line() > 0) {
            if (drawn < MOST) {
                steps.add(new Step(typed.line(), typed.process(), typed.text(), items, told));
            } else {
                leftOut++;
            }
        }
        drawn += items.size();
        items.clear();
        told.clear();
        typed = new Beat.Typed(0, "", "");
    }

    private void happened(Moment moment) {
        if (waiting.stream().anyMatch(Item.Gap.class::isInstance)) {
            endStep();
        }
        takeWaiting();
        begun = true;
        List<Row> now = cast.at(moment);
        rows.addAll(now);
        told.addAll(sentences.of(moment, now));
        aside(moment.event(), now);
    }

    /** What the ladder has no row for. */
    private void aside(Event event, List<Row> now) {
        if (event instanceof Event.Begun) {
            silent.add(event.process());
        } else if (!now.isEmpty()) {
            silent.remove(event.process());
        }
        cast.column(event.process())
                .ifPresent(column -> {
                    switch (event) {
                        case Event.Finished finished -> finished(finished, column);
                        case Event.Printed(_, Bytes text) ->
                                aside(new Item.Aside(column, "prints", text.text(), false));
                        case Event.Slipped slipped ->
                                slipped.mistakes()
                                        .forEach(mistake -> aside(slip(column, mistake.message())));
                        case Event.Typed _,
                                Event.Begun _,
                                Event.Blocked _,
                                Event.Called _,
                                Event.Forked _,
                                Event.Ended _ -> {}
                    }
                });
    }

    private static Item.Aside slip(int column, String message) {
        return new Item.Aside(column, "!", message, true);
    }

    private void finished(Event.Finished finished, int column) {
        if (silent.remove(finished.process()) && !(finished.outcome() instanceof Outcome.Did)) {
            String result = sentences.result(finished.outcome());
            boolean failed = finished.outcome() instanceof Outcome.Failed;
            aside(new Item.Aside(column, finished.statement().text() + " ==>", result, failed));
            told.add(new Told(Told.Kind.DID, "The value is " + result + "."));
        }
    }

    private void aside(Item.Aside aside) {
        endRows();
        items.add(aside);
    }
}
