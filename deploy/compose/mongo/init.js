// Makes the replica set of one member, a user for each service, who can read and write its database and nothing else, and one for backups,
// who can read, drop and write anew all databases but the console's.
// Running it again sets passwords anew and changes nothing else.
const root = { user: "root", pwd: process.env.MONGO_ROOT_PASSWORD };
const connection = new Mongo("mongodb://mongo:27017/?directConnection=true&tls=true&tlsCAFile=/etc/dondoc/ca.pem");
const admin = connection.getDB("admin");
admin.auth(root);

try {
  admin.runCommand({ replSetGetStatus: 1 });
} catch (missing) {
  if (missing.codeName !== "NotYetInitialized") throw missing;
  admin.runCommand({ replSetInitiate: { _id: "rs0", members: [{ _id: 0, host: "mongo:27017" }] } });
}
while (!admin.runCommand({ hello: 1 }).isWritablePrimary) sleep(200);

const services = ["plan", "task", "reporting", "notification"];
const rights = Object.fromEntries([...services, "console"].map(name => [name, [{ role: "readWrite", db: "dondoc_" + name }]]));
rights.backup = services.flatMap(name => ["readWrite", "dbAdmin"].map(role => ({ role: role, db: "dondoc_" + name })));

for (const [name, roles] of Object.entries(rights)) {
  const told = { pwd: process.env["MONGO_" + name.toUpperCase() + "_PASSWORD"], roles: roles };
  if (!told.pwd) throw new Error("no password for " + name);
  if (admin.getUser(name)) admin.updateUser(name, told);
  else admin.createUser(Object.assign({ user: name }, told));
}
print("the set is there, and " + Object.keys(rights).length + " users");
