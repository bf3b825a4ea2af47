// Makes the replica set of one member and a user for each service, who can read and write its database and nothing else.
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

for (const name of ["plan", "task", "reporting", "notification", "console"]) {
  const told = { pwd: process.env["MONGO_" + name.toUpperCase() + "_PASSWORD"], roles: [{ role: "readWrite", db: "dondoc_" + name }] };
  if (!told.pwd) throw new Error("no password for " + name);
  if (admin.getUser(name)) admin.updateUser(name, told);
  else admin.createUser(Object.assign({ user: name }, told));
}
print("the set is there, and five users");
