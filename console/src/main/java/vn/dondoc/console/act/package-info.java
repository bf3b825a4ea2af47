/** Pages of directives, meetings and inspections. */
@NullMarked
package vn.dondoc.console.act;

import org.jspecify.annotations.NullMarked;
