package vn.dondoc.reporting.consolidation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;

/**
 * What was taken after signing.
 *
 * @param signedOn null while nobody signed it; so {@code by}, which those that were signed before it was kept have not
 * @param changed the reports with the answers that hold from then on
 * @param kinds of all figures, those that came with it included
 */
record Correction(int number, LocalDate on, @Nullable LocalDate signedOn, List<Asked> changed, List<Kind> kinds, @Nullable Signed by) {

    Correction {
        changed = Lists.orEmpty(changed);
        kinds = Lists.orEmpty(kinds);
    }

    boolean isSigned() {
        return signedOn != null;
    }

    static Correction waiting(int number, LocalDate on, List<Asked> changed, List<Kind> kinds) {
        return new Correction(number, on, null, changed, kinds, null);
    }

    Correction signed(Signed signature) {
        return new Correction(number, on, signature.on(), changed, kinds, signature);
    }
}
