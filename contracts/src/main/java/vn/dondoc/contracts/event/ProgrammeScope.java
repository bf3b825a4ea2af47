package vn.dondoc.contracts.event;

import org.jspecify.annotations.Nullable;

/**
 * A position within its branch that is for programmes only, such as the police's for Đề án 06.
 *
 * @param reads the programme of what it sees there; null where it sees everything
 * @param writes the programme of what it acts on there; null where it acts on everything
 */
public record ProgrammeScope(@Nullable String reads, @Nullable String writes) {}
