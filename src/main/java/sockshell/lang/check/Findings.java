package sockshell.lang.check;

import java.util.List;
import sockshell.lang.Mistake;

/** What is wrong, which keeps a line from running, and what is odd, which does not. */
public record Findings(List<Mistake> mistakes, List<String> remarks) {
    public Findings {
        mistakes = List.copyOf(mistakes);
        remarks = List.copyOf(remarks);
    }
}
