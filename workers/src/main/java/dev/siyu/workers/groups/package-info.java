/** Steps that speak to customer groups (客户群) and lead customers into them. */
@NullMarked
package dev.siyu.workers.groups;

import org.jspecify.annotations.NullMarked;
