package sockshell.transcript.drawing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A story as a page of its own: the picture, and each step in words below it. A script that the
 * page carries steps through; without it the page is the picture and the words, one below the
 * other.
 */
public final class HtmlPage {
    private final Story story;
    private final Lanes lanes;
    private final Picture picture;
    private final Markup page = new Markup();

    private HtmlPage(Story story) {
        this.story = story;
        lanes = Lanes.of(story);
        picture = new Picture(story, lanes, 0);
    }

    public static String of(Story story) {
        return new HtmlPage(story).written();
    }

    private String written() {
        page.raw("<!DOCTYPE html>\n");
        page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").raw("\n");
        head();
        page.open("body").raw("\n");
        top();
        stage();
        panel();
        page.open("script").raw(Sheets.file("page.js")).close("script");
        return page.close("body").close("html").toString();
    }

    private void head() {
        page.open("head").raw("\n");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy());
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", story.title());
        page.open("style").raw("\n").raw(Sheets.read().page()).close("style");
        page.close("head");
    }

    private static String policy() {
        return "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                + " script-src 'sha256-"
                + hash(Sheets.file("page.js"))
                + "'";
    }

    /** CSP 3, 2.3.1: only the page's own script is run, whatever else came into the page. */
    private static String hash(String script) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private void top() {
        page.open("header").raw("\n").element("h1", story.title());
        story.introduction().forEach(paragraph -> page.element("p", paragraph));
        page.close("header");
    }

    /** The names stay in sight while the picture below them moves. */
    private void stage() {
        page.open("main", "id", "stage", "tabindex", "0", "aria-label", "The picture").raw("\n");
        page.open("div", "id", "names", "aria-hidden", "true");
        drawing(Picture.HEAD + 2, -Picture.HEAD - 1, "");
        page.raw(picture.heads(true)).close("svg").close("div");
        drawing(picture.bottom(), 0, "picture");
        page.raw(picture.body());
        String width = "" + lanes.width();
        page.empty("rect", "id", "rest", "class", "paper", "width", width);
        page.empty("rect", "id", "band", "width", width);
        page.empty("rect", "id", "mark", "width", "7");
        page.close("svg").close("main");
    }

    private void drawing(int height, int top, String id) {
        String view = "0 " + top + " " + lanes.width() + " " + height;
        if (id.isEmpty()) {
            page.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", view);
        } else {
            page.open(
                    "svg",
                    "xmlns",
                    "http://www.w3.org/2000/svg",
                    "id",
                    id,
                    "viewBox",
                    view,
                    "role",
                    "img",
                    "aria-label",
                    SvgDrawing.about(story),
                    "xml:space",
                    "preserve");
        }
    }

    private void panel() {
        page.open("footer").raw("\n");
        buttons();
        page.open("div", "id", "words", "aria-live", "polite").raw("\n");
        page.open("section", "class", "told overview", "data-step", "0").raw("\n");
        page.element("h2", "All of it");
        story.introduction().forEach(paragraph -> page.element("p", paragraph, "class", "prose"));
        page.close("section");
        for (int i = 0; i < story.steps().size(); i++) {
            words(story.steps().get(i), i + 1);
        }
        page.close("div").close("footer");
    }

    private void buttons() {
        page.open("nav", "aria-label", "Steps").raw("\n");
        button("first", "⇤", "The whole picture (Home)");
        button("back", "←", "A step back (left arrow)");
        page.element("output", "", "id", "count");
        button("next", "→", "A step on (right arrow, or space)");
        button("last", "⇥", "The last step (End)");
        button("theme", "◐", "Light or dark (d)");
        page.close("nav");
    }

    private void button(String id, String sign, String label) {
        page.element(
                "button", sign, "id", id, "type", "button", "aria-label", label, "title", label);
    }

    private void words(Step step, int number) {
        page.open("section", "class", "told", "data-step", "" + number).raw("\n");
        page.open("h2").open("span", "class", "number").plus(number + ".").close("span");
        page.element("code", step.heading());
        if (step.isTyped()) {
            page.element("small", "line " + step.line());
        }
        page.close("h2");
        sentences(step.told());
        page.close("section");
    }

    private void sentences(List<Told> told) {
        for (Told.Kind kind : Told.Kind.values()) {
            List<String> texts =
                    told.stream().filter(each -> each.kind() == kind).map(Told::text).toList();
            if (!texts.isEmpty()) {
                page.element(
                        "p",
                        String.join(" ", texts),
                        "class",
                        kind.name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
