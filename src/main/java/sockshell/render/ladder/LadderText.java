package sockshell.render.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sockshell.render.Sheet;
import sockshell.render.Style;
import sockshell.render.Text;
import sockshell.render.ladder.Folding.Piece;

/**
 * A ladder drawn with characters: columns where there is room for them, or else a line for each
 * thing that happened.
 */
public final class LadderText {
    private static final int MOST = 500;

    private final Sheet sheet;
    private final int most;

    public LadderText(Sheet sheet) {
        this(sheet, MOST);
    }

    /** Most is how many things are drawn; of more, the latest are. */
    public LadderText(Sheet sheet, int most) {
        this.sheet = sheet;
        this.most = most;
    }

    public List<Text> of(Ladder ladder) {
        if (ladder.rows().isEmpty()) {
            return List.of(sheet.fit(Text.of("No call was made yet.")));
        }
        List<Piece> pieces = Folding.of(ladder.rows());
        return Lanes.fits(ladder, sheet) ? columns(ladder, pieces) : compact(ladder, pieces);
    }

    private List<Text> columns(Ladder ladder, List<Piece> pieces) {
        Picture picture = new Picture(ladder, sheet);
        List<Text> lines = new ArrayList<>(leftOut(pieces).stream().toList());
        lines.add(sheet.fit(picture.head()));
        int first = Math.max(0, pieces.size() - most);
        for (int i = 0; i < pieces.size(); i++) {
            List<Text> drawn =
                    switch (pieces.get(i)) {
                        case Piece.Shown(Row row) -> picture.of(row);
                        case Piece.More(int turns, _) -> List.of(picture.more(turns));
                    };
            if (i >= first) {
                drawn.forEach(line -> lines.add(sheet.fit(line)));
            }
        }
        return lines;
    }

    private List<Text> compact(Ladder ladder, List<Piece> pieces) {
        Compact compact = new Compact(ladder, sheet);
        List<Text> lines = new ArrayList<>(leftOut(pieces).stream().toList());
        for (Piece piece : pieces.subList(Math.max(0, pieces.size() - most), pieces.size())) {
            List<Text> drawn =
                    switch (piece) {
                        case Piece.Shown(Row row) -> compact.of(row);
                        case Piece.More(int turns, _) -> List.of(compact.more(turns));
                    };
            drawn.forEach(line -> lines.add(sheet.fit(line)));
        }
        return lines;
    }

    private Optional<Text> leftOut(List<Piece> pieces) {
        int count = pieces.size() - most;
        String text = sheet.glyphs().ellipsis() + " " + count + " earlier left out";
        return count > 0 ? Optional.of(sheet.fit(Text.of(Style.FAINT, text))) : Optional.empty();
    }
}
