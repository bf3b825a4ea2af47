package vn.dondoc.plan.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document in the form of decree 30/2020 (annex I), before it is written in a format.
 *
 * @param body from the kind of document to the last duty
 * @param annexes numbered in Roman, each on a page of its own
 */
record Paper(Head head, List<Block> body, List<String> recipients, @Nullable String signer, List<Annex> annexes) {

    /**
     * @param issuer the body whose document it is, as it stands top left
     * @param number "12/KH-UBND"; null where it is blank
     * @param placeAndDate "Thượng Thử, ngày 05 tháng 01 năm 2026"
     */
    record Head(List<String> issuer, @Nullable String number, String symbol, String placeAndDate) {}

    /** @param title "Phụ lục I"; {@code name} what it lists; {@code belongsTo} the document it is attached to */
    record Annex(String title, String name, String belongsTo, Block.Grid table) {}
}
