package sockshell.repl;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import sockshell.lang.catalogue.Catalogue;
import sockshell.render.Text;
import sockshell.session.Session;
import sockshell.session.told.Chronicle;
import sockshell.session.told.Survey;
import sockshell.sys.Kernel;

/** What the prompt and its commands have before them: the session, and all that was kept of it. */
final class Desk {
    static final String MAIN = "main";

    private final Kernel kernel;
    private final Catalogue catalogue;
    private final Screen screen;
    private final Settings settings = new Settings();
    private final BottomLine bottomLine;
    private final Steward steward = new Steward();
    private final Errands errands = new Errands();
    private final Inputs inputs = new Inputs();
    private final Chronicle chronicle = new Chronicle();
    private final Reporter reporter;
    private Session session;
    private String process = MAIN;
    private Optional<Integer> exitCode = Optional.empty();

    Desk(Kernel kernel, Catalogue catalogue, Screen screen, BottomLine bottomLine) {
        this.bottomLine = bottomLine;
        this.kernel = kernel;
        this.catalogue = catalogue;
        this.screen = screen;
        reporter = new Reporter(this);
        session = new Session(kernel, catalogue, reporter);
    }

    BottomLine bottomLine() {
        return bottomLine;
    }

    /** Shows at the bottom what everybody does now. */
    void showActivities() {
        bottomLine.show(session.activities(), process);
    }

    Kernel kernel() {
        return kernel;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Screen screen() {
        return screen;
    }

    Settings settings() {
        return settings;
    }

    Session session() {
        return session;
    }

    Inputs inputs() {
        return inputs;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    Errands errands() {
        return errands;
    }

    Steward steward() {
        return steward;
    }

    Reporter reporter() {
        return reporter;
    }

    /** The one that lines are for. */
    String process() {
        return process;
    }

    void switchTo(String name) {
        process = name;
    }

    void say(String line) {
        screen.say(Text.of(line));
    }

    void say(Text line) {
        screen.say(line);
    }

    /** A sentence of the shell's own. */
    void remark(String sentence) {
        screen.say(Text.of("|  " + sentence));
    }

    boolean confirms(String question) {
        String answer = screen.ask("|  " + question + " [y/N] ").orElse("");
        return answer.strip().matches("(?i)y|yes");
    }

    List<String> history(boolean all) {
        return screen.history(all);
    }

    void settingsChanged() {
        screen.use(settings);
    }

    void leave(int code) {
        exitCode = Optional.of(code);
    }

    /** What was asked for by leaving, once that was. */
    Optional<Integer> exitCode() {
        return exitCode;
    }

    void say(List<Text> lines) {
        screen.say(lines);
    }

    /** Does something with the session, and waits; what processes ask meanwhile is answered. */
    void drive(Runnable work) {
        CompletableFuture<Void> done = steward.soon(work);
        errands.until(done);
        done.join();
    }

    /** Asks the session something while nothing in it moves. */
    <T> T ask(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        drive(() -> answer.set(question.get()));
        return answer.get();
    }

    Survey survey() {
        return ask(session::survey);
    }

    /** Everything from the beginning. */
    void reset() {
        drive(session::close);
        inputs.clear();
        chronicle.clear();
        process = MAIN;
        session = new Session(kernel, catalogue, reporter);
    }

    void close() {
        reporter.leaving();
        steward.finish(session::close);
    }
}
