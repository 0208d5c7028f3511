package sockshell.render.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sockshell.lang.catalogue.Call;
import sockshell.lang.catalogue.Form;
import sockshell.lang.catalogue.Parameter;
import sockshell.lang.manual.Guide;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.sys.Constants;
import sockshell.sys.Constants.Constant;

/** The page of one call, from the catalogue's entry and the guide to it. */
final class CallPage {
    private final Call call;
    private final Optional<Guide> guide;
    private final Constants constants;
    private final Paragraphs page;

    CallPage(Call call, Optional<Guide> guide, Constants constants, Sheet sheet) {
        this.call = call;
        this.guide = guide;
        this.constants = constants;
        page = new Paragraphs(sheet);
    }

    /** Of the failures, those of this call's errnos. */
    List<Text> lines(List<Seen> seen) {
        page.title(call.name(), call.help().page());
        guide.ifPresent(each -> each.prototype().forEach(page::code));
        page.prose(call.help().meaning());
        page.head("Typed here");
        call.forms().forEach(form -> page.code(call.name() + form.signature()));
        arguments();
        errors();
        session(seen);
        example();
        return page.lines();
    }

    private void arguments() {
        Map<String, Parameter> parameters = parameters();
        if (!parameters.isEmpty()) {
            page.head("Arguments");
            int column = Paragraphs.column(parameters.keySet().stream());
            parameters.values().forEach(each -> argument(each, column));
        }
    }

    private Map<String, Parameter> parameters() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (Form form : call.forms()) {
            form.parameters().forEach(each -> all.putIfAbsent(each.name(), each));
        }
        return all;
    }

    private void argument(Parameter parameter, int column) {
        String meaning =
                guide.flatMap(each -> Optional.ofNullable(each.arguments().get(parameter.name())))
                        .orElse(parameter.kind().expected());
        page.item(Style.NAME, parameter.name(), column, meaning);
        String fitting =
                parameter.kind().constants().stream()
                        .flatMap(kind -> constants.of(kind).stream())
                        .map(Constant::name)
                        .collect(Collectors.joining(" "));
        if (!fitting.isEmpty()) {
            page.item(Style.PLAIN, "", column, fitting);
        }
    }

    private void errors() {
        if (!call.help().causes().isEmpty()) {
            page.head("Errors");
            int column = Paragraphs.column(call.help().causes().stream().map(Call.Cause::errno));
            call.help().causes().forEach(cause -> error(cause, column));
        }
    }

    private void error(Call.Cause cause, int column) {
        page.item(Style.FAILURE, cause.errno(), column, cause.when());
    }

    private void session(List<Seen> seen) {
        List<Seen> fitting = new ArrayList<>(seen);
        fitting.removeIf(each -> !mentions(each.statement()));
        SeenPart.add(page, fitting);
    }

    /** Whether a statement has this call in it. */
    private boolean mentions(String statement) {
        return List.of(statement.split("\\W+", -1)).contains(call.name());
    }

    private void example() {
        List<String> example = guide.map(Guide::example).orElse(List.of());
        if (!example.isEmpty()) {
            page.head("Example");
            example.forEach(page::code);
        }
    }
}
