package sockshell.transcript.program.step;

import java.util.List;
import java.util.Map;
import sockshell.lang.catalogue.Call;

/** One thing that the program does after another; a call within a call has become two of them. */
public sealed interface Step {

    /**
     * A call of the system. Careful is one that failed in the session, or may fail in a block: its
     * failure is told, and the program goes on.
     */
    record Make(Call call, Map<String, Term> arguments, List<Variable> targets, boolean careful)
            implements Step {
        public Term get(String parameter) {
            return arguments.getOrDefault(parameter, new Term.None());
        }
    }

    record Set(Variable target, Term value) implements Step {}

    /** What a variable held before the lines that are shown. */
    record Inherit(Variable target, Term value) implements Step {}

    record Print(List<Term> values) implements Step {}

    record Loop(List<Step> body) implements Step {}

    record Repeat(Term times, List<Step> body) implements Step {}

    record If(Term condition, List<Step> then, List<Step> otherwise) implements Step {}

    record Break() implements Step {}

    record Fork(List<Step> body) implements Step {}

    record Note(String text) implements Step {}
}
