/** The histories of a service, searched: who did what when, and what it was before. */
@NullMarked
package vn.dondoc.platform.trail;

import org.jspecify.annotations.NullMarked;
