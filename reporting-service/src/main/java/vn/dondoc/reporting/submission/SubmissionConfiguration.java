package vn.dondoc.reporting.submission;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.platform.access.Callers;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.file.FileStore;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.campaign.Campaigns;
import vn.dondoc.reporting.draft.Drafts;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.matter.Matters;
import vn.dondoc.reporting.measurement.Targets;
import vn.dondoc.reporting.obligation.Obligations;

@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {

    @Bean
    Rights reportRights(Directory directory) {
        return new Rights(directory);
    }

    @Bean
    Views reportViews(
            Obligations obligations, Facts facts, Targets targets, Campaigns campaigns, Drafts drafts, Matters matters, Directory directory, Rights rights,
            DomainClock clock) {
        return new Views(obligations, new Views.Prefill(facts, targets, campaigns), drafts, matters, directory, rights, clock);
    }

    @Bean
    FileStore reportFiles(MongoDatabaseFactory databases) {
        return new FileStore(databases, "report_files");
    }

    @Bean
    Reminding reminding(Obligations obligations, Callers callers) {
        return new Reminding(obligations, callers);
    }
}
