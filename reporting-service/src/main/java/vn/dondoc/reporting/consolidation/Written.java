package vn.dondoc.reporting.consolidation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Consolidations.Proposal;
import vn.dondoc.contracts.id.PositionId;

/**
 * What is kept of a section beside what the units said.
 *
 * @param version grows with each change by people
 * @param text what people made of it; null where the draft holds
 * @param at when they did; null where nobody did
 * @param basis the fingerprint of the draft that they looked at
 * @param isKept it is the draft itself, kept with the signature
 * @param proposal of a program; null where there is none
 * @param byMachine the text is what a program proposed then, unchanged; null where it is not
 */
record Written(
        String name, long version, @Nullable String text, @Nullable Instant at, @Nullable PositionId position, @Nullable String basis, boolean isKept,
        @Nullable Proposal proposal, @Nullable Boolean byMachine) {

    static Written none(String name) {
        return new Written(name, 0, null, null, null, null, false, null, null);
    }

    Written edited(@Nullable String words, Instant when, @Nullable PositionId by, String seen) {
        if (words == null) {
            return new Written(name, version + 1, null, null, null, null, false, proposal, null);
        }
        var taken = proposal != null && proposal.text().equals(words) || isByMachine() && words.equals(text);
        return new Written(name, version + 1, words, when, by, seen, false, proposal, taken ? Boolean.TRUE : null);
    }

    /** Nothing would change: neither the text nor the draft that it was written beside. */
    boolean isSame(@Nullable String words, String seen) {
        return Objects.equals(text, words) && (words == null || seen.equals(basis));
    }

    Written kept(String draft) {
        return text != null ? this : new Written(name, version, draft, null, null, null, true, proposal, null);
    }

    Written released() {
        return isKept ? new Written(name, version, null, null, null, null, false, proposal, null) : this;
    }

    Written proposed(@Nullable Proposal by) {
        return new Written(name, version, text, at, position, basis, isKept, by, byMachine);
    }

    boolean isByMachine() {
        return Boolean.TRUE.equals(byMachine);
    }
}
