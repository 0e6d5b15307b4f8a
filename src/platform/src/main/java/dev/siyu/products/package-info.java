/** Keeps the product matrix (产品矩阵) and asks departments for price and stock. */
@NullMarked
package dev.siyu.products;

import org.jspecify.annotations.NullMarked;
