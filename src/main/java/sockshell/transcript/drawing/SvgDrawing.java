package sockshell.transcript.drawing;

import java.util.List;
import sockshell.render.Text;

/** A story as one picture, as wide as a slide of 16:9. */
public final class SvgDrawing {
    private static final int MARGIN = 26;
    private static final int TITLE = 44;
    private static final int LINE = 32;
    /* of the title's letters */
    private static final int WIDEST = 24;

    private SvgDrawing() {}

    public static String of(Story story) {
        Lanes lanes = Lanes.of(story);
        List<Text> introduction = introduction(story, lanes);
        int top = MARGIN + TITLE + introduction.size() * LINE + MARGIN + Picture.HEAD;
        Picture picture = new Picture(story, lanes, top);
        int height = picture.bottom() + MARGIN;
        Markup svg = new Markup();
        svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + lanes.width() + " " + height,
                "width",
                "" + lanes.width(),
                "height",
                "" + height,
                "role",
                "img",
                "aria-labelledby",
                "title about",
                "xml:space",
                "preserve");
        svg.raw("\n").element("title", story.title(), "id", "title");
        svg.element("desc", about(story), "id", "about");
        svg.open("style").raw(Sheets.read().picture()).close("style");
        svg.empty("rect", "class", "paper", "width", "100%", "height", "100%");
        String title = Text.of(story.title()).cut(lanes.width() / WIDEST, "…").toString();
        svg.element("text", title, "class", "title", "x", "14", "y", "" + (MARGIN + 26));
        introduction(svg, introduction);
        return svg.raw(picture.heads(false)).raw(picture.body()).close("svg").toString();
    }

    private static List<Text> introduction(Story story, Lanes lanes) {
        return story.introduction().stream()
                .flatMap(paragraph -> Layout.prose(paragraph, lanes.width()).stream())
                .toList();
    }

    /** For who hears the picture instead of seeing it. */
    static String about(Story story) {
        String introduction = String.join(" ", story.introduction());
        return "A sequence diagram of %s. %s"
                .formatted(String.join(", ", story.columns()), introduction)
                .strip();
    }

    private static void introduction(Markup svg, List<Text> introduction) {
        for (int i = 0; i < introduction.size(); i++) {
            svg.element(
                    "text",
                    introduction.get(i).toString(),
                    "class",
                    "prose",
                    "x",
                    "14",
                    "y",
                    "" + (MARGIN + TITLE + 24 + i * LINE));
        }
    }
}
