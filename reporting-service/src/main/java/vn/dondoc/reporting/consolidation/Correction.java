package vn.dondoc.reporting.consolidation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;

/**
 * What was taken after signing.
 *
 * @param signedOn null while nobody signed it
 * @param changed the reports with the answers that hold from then on
 * @param kinds of all figures, those that came with it included
 */
record Correction(int number, LocalDate on, @Nullable LocalDate signedOn, List<Asked> changed, List<Kind> kinds) {

    Correction {
        changed = Lists.orEmpty(changed);
        kinds = Lists.orEmpty(kinds);
    }

    boolean isSigned() {
        return signedOn != null;
    }

    Correction signed(LocalDate day) {
        return new Correction(number, on, day, changed, kinds);
    }
}
