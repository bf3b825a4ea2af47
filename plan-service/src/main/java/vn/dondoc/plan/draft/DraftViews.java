package vn.dondoc.plan.draft;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Versioned;

/** Drafts as people get to see them. */
@Component
public class DraftViews {

    private final Directory directory;
    private final DraftWarnings warnings;
    private final UnitNamesOf names;
    private final MessageSource messages;

    DraftViews(Directory directory, DraftWarnings warnings, UnitNamesOf names, MessageSource messages) {
        this.directory = directory;
        this.warnings = warnings;
        this.names = names;
        this.messages = messages;
    }

    /** The whole draft with its warnings. */
    public Plans.Draft whole(Versioned<Draft> stored, Locale locale) {
        var draft = stored.state();
        var open = draft.status() == DraftStatus.OPEN;
        var unitNames = names.of(draft.commune());
        var content = draft.content();
        return new Plans.Draft(
                draft.id(), stored.version(), draft.commune(), directory.nameOf(draft.commune()), draft.fileName(), draft.sha256(),
                draft.status().code(), draft.plan(), draft.createdAt(), content, warnings.of(draft, locale),
                open ? new NamesInDraft(unitNames, messages).of(content, directory::nameOf, locale) : List.of(),
                open ? new Proposals(unitNames, draft.commune(), messages).of(content, directory::nameOf, locale) : List.of(),
                open && draft.lastChange() != null);
    }
}
