package sockshell.lesson.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import sockshell.lesson.Prediction;

/** Reads a quote that begins with <b>Predict.</b> and has answers to tick. */
final class Predictions {
    private static final int MARK = 3;

    private Predictions() {}

    static boolean isOne(BlockQuote quote) {
        return quote.getFirstChild() instanceof Paragraph question
                && question.getFirstChild() instanceof StrongEmphasis head
                && Slug.words(head).equals("Predict.");
    }

    static Optional<Prediction> read(BlockQuote quote, Consumer<String> problem) {
        quote.getFirstChild().getFirstChild().unlink();
        first(quote).ifPresent(text -> text.setLiteral(text.getLiteral().stripLeading()));
        List<Node> question = new ArrayList<>();
        List<Node> explanation = new ArrayList<>();
        List<Prediction.Choice> choices = new ArrayList<>();
        for (Node node = quote.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof BulletList list && choices.isEmpty()) {
                choices.addAll(choices(list, problem));
            } else {
                (choices.isEmpty() ? question : explanation).add(node);
            }
        }
        long right = choices.stream().filter(Prediction.Choice::isRight).count();
        if (choices.size() < 2 || right != 1) {
            problem.accept("a prediction has two answers or more, and one of them is ticked: [x]");
            return Optional.empty();
        }
        return Optional.of(new Prediction(Places.line(quote), question, choices, explanation));
    }

    private static List<Prediction.Choice> choices(BulletList list, Consumer<String> problem) {
        List<Prediction.Choice> choices = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Optional<Text> first = first(item);
            String text = first.map(Text::getLiteral).orElse("");
            if (text.startsWith("[ ]") || text.startsWith("[x]")) {
                first.get().setLiteral(text.substring(MARK).stripLeading());
                choices.add(new Prediction.Choice(item, text.startsWith("[x]")));
            } else {
                problem.accept("an answer begins with [ ] or [x]");
            }
        }
        return choices;
    }

    private static Optional<Text> first(Node parent) {
        return parent.getFirstChild() instanceof Paragraph words
                        && words.getFirstChild() instanceof Text text
                ? Optional.of(text)
                : Optional.empty();
    }
}
