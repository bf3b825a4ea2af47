package vn.dondoc.reading.understanding;

import java.util.List;
import vn.dondoc.reading.text.Block;

/** Finds the items of a paragraph whose line breaks were lost. */
final class InlineItems {

    private InlineItems() {
    }

    static List<Block> split(List<Block> blocks) {
        return blocks;
    }
}
