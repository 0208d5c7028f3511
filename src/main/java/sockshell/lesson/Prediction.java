package sockshell.lesson;

import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.node.Node;

/** A question, the answers to choose from, and what is said when the kernel has answered. */
public record Prediction(
        int line, List<Node> question, List<Choice> choices, List<Node> explanation) {
    public Prediction {
        question = List.copyOf(question);
        choices = List.copyOf(choices);
        explanation = List.copyOf(explanation);
    }

    /** An answer, the right one or not. */
    public record Choice(Node text, boolean isRight) {}

    /** Whether the answer of this number, from 1 on, is right. */
    public boolean isRight(int number) {
        return choices.get(number - 1).isRight();
    }

    /** The number of the right one. */
    public int right() {
        return IntStream.rangeClosed(1, choices.size())
                .filter(this::isRight)
                .findFirst()
                .orElseThrow();
    }
}
