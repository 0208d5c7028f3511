package sockshell.render.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        Ladder shown = new Ladder(ladder.columns(), latest(pieces));
        return Lanes.fits(shown, sheet)
                ? columns(new Picture(ladder, Lanes.of(shown, sheet), sheet), pieces)
                : compact(new Compact(ladder, sheet), pieces);
    }

    /** The rows that are drawn. */
    private List<Row> latest(List<Piece> pieces) {
        return pieces.subList(first(pieces), pieces.size()).stream()
                .flatMap(piece ->
                        piece instanceof Piece.Shown(Row row) ? Stream.of(row) : Stream.empty())
                .toList();
    }

    private int first(List<Piece> pieces) {
        return Math.max(0, pieces.size() - most);
    }

    private List<Text> columns(Picture picture, List<Piece> pieces) {
        List<Text> lines = new ArrayList<>(leftOut(pieces).stream().toList());
        lines.add(sheet.fit(picture.head()));
        int first = first(pieces);
        for (int i = 0; i < pieces.size(); i++) {
            passed(picture, pieces.get(i), i >= first).forEach(line -> lines.add(sheet.fit(line)));
        }
        return lines;
    }

    private static List<Text> passed(Picture picture, Piece piece, boolean drawn) {
        return switch (piece) {
            case Piece.Shown(Row row) -> {
                picture.pass(row);
                yield drawn ? picture.of(row) : List.of();
            }
            case Piece.More(int turns, List<Row> rows) -> {
                rows.forEach(picture::pass);
                yield drawn ? List.of(picture.more(turns)) : List.of();
            }
        };
    }

    private List<Text> compact(Compact compact, List<Piece> pieces) {
        List<Text> lines = new ArrayList<>(leftOut(pieces).stream().toList());
        for (Piece piece : pieces.subList(first(pieces), pieces.size())) {
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
