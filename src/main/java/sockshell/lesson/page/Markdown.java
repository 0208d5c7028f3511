package sockshell.lesson.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import sockshell.render.Prose;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;

/** Markdown as lines of styled text, wrapped between words and never wider than the sheet. */
public final class Markdown {
    private static final String CODE = "    ";
    private static final int NARROWEST = 12;

    private final Sheet sheet;
    private final UnaryOperator<String> wording;

    public Markdown(Sheet sheet) {
        this(sheet, UnaryOperator.identity());
    }

    /** With code in a paragraph that reads otherwise. */
    Markdown(Sheet sheet, UnaryOperator<String> wording) {
        this.sheet = sheet;
        this.wording = wording;
    }

    /** Blocks with an empty line between each two. */
    public List<Text> of(List<? extends Node> nodes) {
        List<Text> lines = new ArrayList<>();
        for (Node node : nodes) {
            List<Text> block = of(node, sheet.width());
            if (!lines.isEmpty() && !block.isEmpty()) {
                lines.add(Text.EMPTY);
            }
            lines.addAll(block);
        }
        return lines;
    }

    /** One block; of a list item what stands in it. */
    List<Text> of(Node node, int width) {
        return switch (node) {
            case Heading heading -> Prose.wrapped(title(heading), width, 0);
            case FencedCodeBlock code -> code(code.getLiteral(), code.getInfo());
            case IndentedCodeBlock code -> code(code.getLiteral(), "");
            case BulletList list -> items(list, width);
            case OrderedList list -> items(list, width);
            case BlockQuote quote ->
                    behind(Text.of(Style.FAINT, sheet.glyphs().down() + " "), quote, width);
            case ListItem item -> inside(item, width);
            case ThematicBreak _ -> List.of(sheet.rule());
            case HtmlBlock _ -> List.of();
            case Block block -> Prose.wrapped(Inline.of(block, wording), width, 0);
            default -> List.of();
        };
    }

    private Text title(Heading heading) {
        return Text.of(Style.TITLE, Inline.of(heading, wording).toString());
    }

    private List<Text> code(String literal, String info) {
        return literal.lines()
                .map(line -> info.equals("sock") ? SockLine.of(line) : Text.of(Style.ADVICE, line))
                .map(line -> sheet.fit(Text.of(CODE).plus(line)))
                .toList();
    }

    private List<Text> items(ListBlock list, int width) {
        List<Text> lines = new ArrayList<>();
        int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = list instanceof OrderedList ? number + ". " : "- ";
            lines.addAll(hung(Text.of(mark), item, width));
            number++;
        }
        return lines;
    }

    /** The mark stands in front of the first line, and blanks in front of the others. */
    List<Text> hung(Text mark, Node item, int width) {
        List<Text> lines = new ArrayList<>();
        for (Text line : inside(item, Math.max(NARROWEST, width - mark.width()))) {
            lines.add((lines.isEmpty() ? mark : Text.of(" ".repeat(mark.width()))).plus(line));
        }
        return lines;
    }

    private List<Text> behind(Text mark, Node block, int width) {
        return inside(block, Math.max(NARROWEST, width - mark.width())).stream()
                .map(mark::plus)
                .toList();
    }

    private List<Text> inside(Node parent, int width) {
        List<Text> lines = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            lines.addAll(of(node, width));
        }
        return lines;
    }
}
