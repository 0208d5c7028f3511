package sockshell.lesson.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sockshell.lesson.Lesson;
import sockshell.lesson.Part;
import sockshell.lesson.Step;
import sockshell.lesson.check.Condition;
import sockshell.transcript.Entry;
import sockshell.transcript.Problem;

/** What every lesson keeps to, and what can be seen without playing it. */
final class Rules {
    private final Lesson lesson;
    private final List<Problem> problems;

    Rules(Lesson lesson, List<Problem> problems) {
        this.lesson = lesson;
        this.problems = problems;
    }

    private void problem(int line, String text) {
        problems.add(new Problem(lesson.file(), line, 1, text));
    }

    void check() {
        if (lesson.steps().isEmpty()) {
            problem(1, "a lesson has steps: headings with ##");
        }
        if (!lesson.introduction().stream().allMatch(Part.Shown.class::isInstance)) {
            problem(1, "in front of the first step there is only text");
        }
        Set<String> names = new HashSet<>();
        for (Step step : lesson.steps()) {
            if (step.name().isEmpty() || !names.add(step.name())) {
                problem(step.line(), "no other step may be called so");
            }
            check(step);
        }
    }

    private void check(Step step) {
        if (step.asks() && step.hints().isEmpty()) {
            problem(step.line(), "this step asks for something, so it needs a hint");
        }
        if (!step.asks() && !step.hints().isEmpty()) {
            problem(step.line(), "this step asks for nothing, so nobody sees its hint");
        }
        if (!step.conditions().isEmpty() && step.statements().isEmpty()) {
            problem(step.line(), "this step has a check, but no sock block that leads to it");
        }
        for (Condition condition : step.conditions()) {
            condition
                    .processes()
                    .filter(process -> !isPlayed(process))
                    .forEach(process ->
                            problem(condition.line(), "no sock block has a process " + process));
        }
        if (step.parts().stream().filter(Part.Predict.class::isInstance).count() > 1) {
            problem(step.line(), "one prediction is enough for a step");
        }
        if (step.parts().isEmpty()) {
            problem(step.line(), "this step is empty");
        }
    }

    /** A child bears its parent's name and a number. */
    private boolean isPlayed(String process) {
        return lesson.transcript()
                .statements()
                .map(Entry.Statement::process)
                .anyMatch(each -> each.equals(process) || process.startsWith(each + "."));
    }
}
