package vn.dondoc.reporting.consolidation;

import java.time.Instant;
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
 */
record Written(
        String name, long version, @Nullable String text, @Nullable Instant at, @Nullable PositionId position, @Nullable String basis, boolean isKept,
        @Nullable Proposal proposal) {

    static Written none(String name) {
        return new Written(name, 0, null, null, null, null, false, null);
    }

    Written edited(@Nullable String words, Instant when, @Nullable PositionId by, String seen) {
        return new Written(name, version + 1, words, words == null ? null : when, words == null ? null : by, words == null ? null : seen, false, proposal);
    }

    Written kept(String draft) {
        return text != null ? this : new Written(name, version, draft, null, null, null, true, proposal);
    }

    Written released() {
        return isKept ? new Written(name, version, null, null, null, null, false, proposal) : this;
    }

    Written proposed(@Nullable Proposal by) {
        return new Written(name, version, text, at, position, basis, isKept, by);
    }

    boolean isByMachine() {
        return proposal != null && proposal.text().equals(text);
    }
}
