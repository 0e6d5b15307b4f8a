package dev.siyu.history.exporter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens connections without DriverManager: timer threads of the broker lack our class loader. */
final class Connections {

  private Connections() {}

  static Connection open(ExporterSettings settings) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("ApplicationName", "siyu-history-exporter");
    properties.setProperty("connectTimeout", Long.toString(settings.connectTimeout().toSeconds()));
    properties.setProperty("loginTimeout", Long.toString(settings.connectTimeout().toSeconds()));
    properties.setProperty("socketTimeout", Long.toString(settings.socketTimeout().toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    Connection connection = new Driver().connect(settings.url(), properties);
    if (connection == null) {
      throw new SQLException("driver refused " + settings.url());
    }
    connection.setAutoCommit(false);
    return connection;
  }
}
