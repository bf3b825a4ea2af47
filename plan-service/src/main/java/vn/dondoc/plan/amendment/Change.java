package vn.dondoc.plan.amendment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the plan beside a row of a draft.
 *
 * @param key the row of the draft, or the id of a row that the draft does not have
 * @param before null for a row that is new; {@code after} null for one that the document does not have
 */
record Change<B, A>(String key, ChangeKind kind, List<String> fields, @Nullable B before, @Nullable A after) {}
