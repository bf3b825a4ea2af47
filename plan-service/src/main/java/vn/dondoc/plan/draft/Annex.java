package vn.dondoc.plan.draft;

/**
 * A file whose rows were added to a draft.
 *
 * @param file the document in {@link vn.dondoc.plan.document.SourceFiles}; {@code textFile} its text
 * @param tasks how many rows came of it; targets likewise
 */
public record Annex(String fileName, String sha256, String file, String textFile, int tasks, int targets) {}
