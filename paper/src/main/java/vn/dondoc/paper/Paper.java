package vn.dondoc.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document in the form of decree 30/2020 (annex I), before it is written in a format.
 *
 * @param body from the kind of document, or whom a letter is addressed to, to the last sentence
 * @param annexes numbered in Roman, each on a page of its own
 */
public record Paper(Head head, List<Block> body, List<String> recipients, Signature signature, List<Annex> annexes) {

    /**
     * @param issuer the body whose document it is, as it stands top left
     * @param number "12/KH-UBND"; null where it is blank
     * @param placeAndDate "Thượng Thử, ngày 05 tháng 01 năm 2026"
     * @param subject of a letter, which has no title: "V/v đôn đốc …" below the number; null for other documents
     */
    public record Head(List<String> issuer, @Nullable String number, String symbol, String placeAndDate, @Nullable String subject) {

        /** Of a document that has a title. */
        public Head(List<String> issuer, @Nullable String number, String symbol, String placeAndDate) {
            this(issuer, number, symbol, placeAndDate, null);
        }
    }

    /**
     * Who signs, with room for the signature.
     *
     * @param authority the lines above it: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"
     * @param name null where it is left to whoever signs
     */
    public record Signature(List<String> authority, @Nullable String name) {}

    /** @param title "Phụ lục I"; {@code name} what it lists; {@code belongsTo} the document it is attached to */
    public record Annex(String title, String name, String belongsTo, Block.Grid table) {}
}
