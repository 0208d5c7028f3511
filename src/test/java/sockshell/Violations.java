package sockshell;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What Checkstyle finds, a line each. */
final class Violations implements AuditListener {
    private final List<String> found = new ArrayList<>();

    private Violations() {}

    static List<String> in(List<File> sources, String configuration, Properties properties)
            throws CheckstyleException {
        String url = Violations.class.getResource("/house/" + configuration).toString();
        Violations violations = new Violations();
        Checker checker = new Checker();
        checker.setModuleClassLoader(Checker.class.getClassLoader());
        checker.configure(
                ConfigurationLoader.loadConfiguration(url, new PropertiesExpander(properties)));
        checker.addListener(violations);
        checker.process(sources);
        checker.destroy();
        return violations.found;
    }

    @Override
    public void addError(AuditEvent event) {
        found.add(event.getFileName() + ":" + event.getLine() + " " + event.getMessage());
    }

    @Override
    public void addException(AuditEvent event, Throwable failure) {
        found.add(event.getFileName() + " " + failure);
    }

    @Override
    public void auditStarted(AuditEvent event) {}

    @Override
    public void auditFinished(AuditEvent event) {}

    @Override
    public void fileStarted(AuditEvent event) {}

    @Override
    public void fileFinished(AuditEvent event) {}
}
