package sockshell.render.ladder;

import java.util.List;
import sockshell.lang.catalogue.Catalogue;
import sockshell.session.told.Moment;
import sockshell.sys.Constants;

/** All that passed between Internet sockets; of some it is not known where it went. */
public record Passages(List<Passage> placed, int unplaced) {
    public Passages {
        placed = List.copyOf(placed);
    }

    public static Passages of(List<Moment> moments, Constants constants, Catalogue catalogue) {
        return new Telling(new CallText(constants, catalogue), constants, moments).passages();
    }
}
