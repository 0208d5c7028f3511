package sockshell.lesson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sockshell.lesson.Library.Item;
import sockshell.lesson.Library.State;
import sockshell.lesson.course.Progress;
import sockshell.lesson.course.Progress.Mark;
import sockshell.lesson.course.ProgressFile;
import sockshell.transcript.Problem;

/** Lessons together: their index, links and needs, what is next, and what is kept. */
class ExaminationTest {
    private final Classroom room = new Classroom();

    @TempDir Path folder;

    private List<Problem> problems(String file) throws IOException {
        Shelf shelf = new Shelf.Folder(folder);
        return new Examination(room.kernel(), room.catalogue(), shelf)
                .of(shelf.find(file).orElseThrow());
    }

    private static String filled(String title) {
        return Skeleton.of(title).replace("TODO", "Well");
    }

    @Test
    void a_skeleton_holds_but_for_its_blanks() throws IOException {
        Files.writeString(folder.resolve("07-new.md"), Skeleton.of("Something new"));
        Files.writeString(folder.resolve("08-filled.md"), filled("Something new"));
        assertThat(problems("new"))
                .hasSize(Skeleton.blanks(Skeleton.of("x")).size())
                .allSatisfy(each -> assertThat(each.text()).contains("blank"));
        assertThat(problems("8")).isEmpty();
    }

    @Test
    void dead_links_and_unknown_needs_are_found() throws IOException {
        String text =
                filled("Links")
                        .replace("needs: []", "needs: [later]")
                        .replace(
                                "To try alone",
                                "[a](#make-a-socket) [b](#nothing) [c](09-later.md#make-a-socket)"
                                        + " [d](10-none.md) [e](https://example.org/) To try");
        Files.writeString(folder.resolve("08-links.md"), text);
        Files.writeString(folder.resolve("09-later.md"), filled("Later"));
        assertThat(problems("links"))
                .extracting(Problem::text)
                .containsExactlyInAnyOrder(
                        "no lesson before this one is called later",
                        "this link leads nowhere: #nothing",
                        "this link leads nowhere: 10-none.md");
    }

    @Test
    void the_course_index_names_what_there_is() throws IOException {
        Shelf shipped = new Shelf.Folder(Classroom.SHIPPED);
        assertThat(new Examination(room.kernel(), room.catalogue(), shipped).index()).isEmpty();
        Files.writeString(folder.resolve("08-there.md"), filled("There"));
        Files.writeString(folder.resolve("README.md"), "[x](09-gone.md) [y](08-there.md#no)");
        Shelf shelf = new Shelf.Folder(folder);
        assertThat(new Examination(room.kernel(), room.catalogue(), shelf).index())
                .extracting(Problem::text)
                .containsExactly(
                        "there is no lesson 09-gone.md", "this link leads nowhere: 08-there.md#no");
    }

    @Test
    void what_is_no_lesson_is_not_taken_for_one() throws IOException {
        Files.createDirectory(folder.resolve("01-folder.md"));
        Files.writeString(folder.resolve("1-x.md"), "");
        Files.writeString(folder.resolve("02-Upper.md"), "");
        Files.writeString(folder.resolve("03-backup.md~"), "");
        Files.writeString(folder.resolve("04-there.md"), filled("There"));
        assertThat(new Shelf.Folder(folder).titles())
                .containsExactly(new Shelf.Title("04", "there"));
    }

    @Test
    void a_file_that_is_no_text_and_a_name_that_is_there_twice_are_found() throws IOException {
        byte[] latin = filled("There").replace("Well", "\u00fc").getBytes(ISO_8859_1);
        Files.write(folder.resolve("04-there.md"), latin);
        Files.writeString(folder.resolve("05-there.md"), filled("There"));
        assertThat(problems("4"))
                .extracting(Problem::text)
                .containsExactly("this file is not UTF-8 text", "05-there.md has the same name");
        assertThat(problems("5"))
                .extracting(Problem::text)
                .containsExactly("04-there.md has the same name");
    }

    @Test
    void an_odd_link_leads_nowhere_and_nothing_breaks() throws IOException {
        String odd = "[a](<a b.md>) [b](http) [c](#) [d](%00) [e](mailto:x@example.org)";
        Files.writeString(
                folder.resolve("04-odd.md"),
                filled("Odd").replace("To try alone", odd + " To try"));
        assertThat(problems("4"))
                .extracting(Problem::text)
                .allMatch(text -> text.startsWith("this link leads nowhere: "))
                .hasSize(4);
    }

    @Test
    void the_program_carries_its_lessons() throws IOException {
        Shelf packed = new Shelf.Shipped();
        assertThat(packed.titles())
                .isEqualTo(new Shelf.Folder(Classroom.SHIPPED).titles())
                .isNotEmpty();
        assertThat(packed.text("01-first-socket.md"))
                .contains(Classroom.text(Path.of("lessons/01-first-socket.md")));
    }

    @Test
    void the_first_lesson_that_can_be_taken_is_next_and_an_own_one_stands_for_a_shipped_one()
            throws IOException {
        Files.writeString(folder.resolve("01-first-socket.md"), filled("Mine"));
        Library library =
                new Library(
                        List.of(new Shelf.Folder(folder), new Shelf.Shipped()),
                        room.catalogue(),
                        room.kernel().constants());
        assertThat(library.read("1").orElseThrow().lesson().head().title()).isEqualTo("Mine");
        assertThat(library.list(Map.of())).extracting(Item::state).startsWith(State.NEXT);
        Progress done = Progress.NONE.with("make-a-socket", Mark.DONE);
        assertThat(library.list(Map.of("first-socket", done)))
                .extracting(Item::state)
                .startsWith(State.FINISHED, State.NEXT);
    }

    @Test
    void progress_is_kept_and_what_is_no_line_of_it_is_left_out() throws IOException {
        ProgressFile file = new ProgressFile(folder.resolve("new/lessons"));
        assertThat(file.read()).isEmpty();
        Progress progress = Progress.NONE.with("a", Mark.DONE).with("b", Mark.SKIPPED);
        file.write("one", progress);
        Files.writeString(file.path(), Files.readString(file.path()) + "what is this\n\n");
        file.write("two", progress);
        assertThat(file.read())
                .containsOnly(Map.entry("one", progress), Map.entry("two", progress));
    }
}
