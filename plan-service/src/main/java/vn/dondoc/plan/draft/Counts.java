package vn.dondoc.plan.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Plans;

/** What a list of drafts says of one, kept beside its content so that the list need not read it. */
public record Counts(@Nullable String title, int tasks, int targets, int warnings) {

    static Counts of(Plans.Content content, List<Doubt> doubts) {
        return new Counts(
                content.document().title(), content.tasks().size(), content.targets().size(), doubts.size() + Findings.of(content).size());
    }
}
