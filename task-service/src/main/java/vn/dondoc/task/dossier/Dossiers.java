package vn.dondoc.task.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.id.TaskId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.history.Aggregates.Told;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.task.assignment.Attaching;
import vn.dondoc.task.file.TaskFiles;
import vn.dondoc.task.planning.PublishedPlans;
import vn.dondoc.task.sheet.Words;

/** Makes the file of a task ("hồ sơ nhiệm vụ") for those who inspect it. */
@Component
public final class Dossiers {

    private final TaskFiles files;
    private final PublishedPlans plans;
    private final Directory directory;
    private final DomainClock clock;

    Dossiers(TaskFiles files, PublishedPlans plans, Directory directory, DomainClock clock) {
        this.files = files;
        this.plans = plans;
        this.directory = directory;
        this.clock = clock;
    }

    /** One that is ready to be written. */
    public interface Ready {

        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The file as of the end of a day.
     *
     * @param history of the task, oldest first
     * @return nothing where the task was not assigned by then
     */
    public Optional<Ready> of(TaskId task, List<Told> history, LocalDate day, Words words) {
        return AsOf.of(history, day).map(asOf -> {
            var ids = asOf.entries().stream().flatMap(told -> Attaching.in(told.entry()).stream()).map(Attaching.Attached::id).toList();
            var plan = plans.titleOf(asOf.state().plan()).orElse("");
            var dossier = new Dossier(asOf, plan, files.byId(task.value(), ids), directory, words, clock.instant());
            return out -> DossierArchive.write(dossier, files::open, out);
        });
    }
}
