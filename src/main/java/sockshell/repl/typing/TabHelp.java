package sockshell.repl.typing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import sockshell.lang.catalogue.Call;
import sockshell.render.Style;
import sockshell.render.Text;

/** What the second and the third Tab show above the line. */
public final class TabHelp {
    private final Function<Call, List<Text>> documentation;

    public TabHelp(Function<Call, List<Text>> documentation) {
        this.documentation = documentation;
    }

    /** Empty for a completion, and where the cursor is in no call. */
    public List<Text> lines(Tabs tabs, Context context) {
        return switch (tabs.asked()) {
            case COMPLETION -> List.of();
            case SIGNATURES -> signatures(tabs, context);
            case DOCUMENTATION ->
                    Signature.call(tabs.text(), tabs.cursor(), context)
                            .map(documentation)
                            .orElse(List.of());
        };
    }

    private static List<Text> signatures(Tabs tabs, Context context) {
        List<Text> forms = Signature.all(tabs.text(), tabs.cursor(), context);
        if (forms.isEmpty()) {
            return forms;
        }
        return Stream.concat(
                        forms.stream(),
                        Stream.of(Text.of(Style.FAINT, "Tab again shows what it is for.")))
                .toList();
    }
}
