package vn.dondoc.plan.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;

/** A warning of the reader about the document as a whole; corrections do not settle it. */
public record Doubt(String code, List<String> arguments, Plans.@Nullable Source source) {}
