package sockshell.transcript.drawing;

import java.util.List;
import sockshell.render.Text;

/** An item with its words in lines, and where in the picture it stands. */
record Placed(Item item, int top, int height, List<Text> lines) {
    Placed {
        lines = List.copyOf(lines);
    }

    int bottom() {
        return top + height;
    }

    int middle() {
        return top + height / 2;
    }
}
