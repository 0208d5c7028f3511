package sockshell.repl.desk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import sockshell.lang.catalogue.Catalogue;
import sockshell.render.Prose;
import sockshell.render.Text;
import sockshell.repl.editor.BottomLine;
import sockshell.repl.editor.Screen;
import sockshell.session.Session;
import sockshell.session.told.Chronicle;
import sockshell.session.told.Survey;
import sockshell.sys.Kernel;
import sockshell.transcript.record.Archive;

/** What the prompt and its commands have before them: the session, and all that was kept of it. */
public final class Desk {
    public static final String MAIN = "main";

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
    private final Archive archive;
    private final Tutor tutor;
    private Session session;
    private Runnable ending;
    private String process = MAIN;
    private Optional<Integer> exitCode = Optional.empty();

    public Desk(Kernel kernel, Catalogue catalogue, Screen screen, BottomLine bottomLine) {
        this.bottomLine = bottomLine;
        this.kernel = kernel;
        this.catalogue = catalogue;
        this.screen = screen;
        reporter = new Reporter(this);
        archive = new Archive(kernel, catalogue, System::nanoTime, this::remark);
        tutor = new Tutor(this);
        session = new Session(kernel, catalogue, reporter);
        ending = session::close;
    }

    /** Who teaches, if somebody wants to be taught. */
    public Tutor tutor() {
        return tutor;
    }

    /** All that happened, as recordings have it. */
    public Archive archive() {
        return archive;
    }

    public BottomLine bottomLine() {
        return bottomLine;
    }

    /** Shows at the bottom what everybody does now. */
    public void showActivities() {
        bottomLine.show(session.activities(), process);
    }

    public Kernel kernel() {
        return kernel;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Screen screen() {
        return screen;
    }

    public Settings settings() {
        return settings;
    }

    public Session session() {
        return session;
    }

    public Inputs inputs() {
        return inputs;
    }

    public Chronicle chronicle() {
        return chronicle;
    }

    public Errands errands() {
        return errands;
    }

    public Steward steward() {
        return steward;
    }

    public Reporter reporter() {
        return reporter;
    }

    /** The one that lines are for. */
    public String process() {
        return process;
    }

    public void switchTo(String name) {
        process = name;
    }

    public void say(String line) {
        screen.say(Text.of(line));
    }

    public void say(Text line) {
        screen.say(line);
    }

    /** A sentence of the shell's own. */
    public void remark(String sentence) {
        screen.say(Prose.said(Text.of(sentence), screen.sheet().width()));
    }

    public boolean confirms(String question) {
        String answer = screen.ask("|  " + question + " [y/N] ").orElse("");
        return answer.strip().matches("(?i)y|yes");
    }

    /** The same where yes is what most people want. */
    public boolean agrees(String question) {
        String answer = screen.ask("|  " + question + " [Y/n] ").orElse("n");
        return !answer.strip().matches("(?i)n|no");
    }

    public List<String> history(boolean all) {
        return screen.history(all);
    }

    public void settingsChanged() {
        screen.colours(settings.colour());
        screen.keys(settings.keys());
    }

    public void leave(int code) {
        exitCode = Optional.of(code);
    }

    /** What was asked for by leaving, once that was. */
    public Optional<Integer> exitCode() {
        return exitCode;
    }

    public void say(List<Text> lines) {
        screen.say(lines);
    }

    /** Does something with the session, and waits; what processes ask meanwhile is answered. */
    public void drive(Runnable work) {
        CompletableFuture<Void> done = steward.soon(work);
        errands.until(done);
        done.join();
    }

    /** Asks the session something while nothing in it moves. */
    public <T> T ask(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        drive(() -> answer.set(question.get()));
        return answer.get();
    }

    public Survey survey() {
        return ask(session::survey);
    }

    /** Everything from the beginning. */
    public void reset() {
        Session own = new Session(kernel, catalogue, reporter);
        begin(own, own::close);
    }

    /** The same in a session that was made elsewhere, and that ends so. */
    public void begin(Session next, Runnable nextEnding) {
        if (archive.finish()) {
            remark("The recording ends here, with its session; /record FILE begins another.");
        }
        drive(ending);
        inputs.clear();
        chronicle.clear();
        tutor.forget();
        archive.reset();
        process = MAIN;
        session = next;
        ending = nextEnding;
    }

    public void close() {
        reporter.leaving();
        archive.finish();
        steward.finish(ending);
    }
}
