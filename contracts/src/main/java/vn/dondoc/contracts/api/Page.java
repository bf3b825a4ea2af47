package vn.dondoc.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;

/**
 * One page of a list.
 *
 * @param next to be passed as {@code after} for the page behind this one; null on the last
 * @param total how many there are in all for this caller and filter; null where it is not counted
 */
public record Page<T>(List<T> items, @Nullable String next, @Nullable Long total) {

    public Page {
        items = Lists.orEmpty(items);
    }
}
