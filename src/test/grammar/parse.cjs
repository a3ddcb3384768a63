// Parses the PowerShell scripts that it is given, and prints one line of JSON for each: what the grammar does not
// understand, and the shape of what it does.
const fs = require("fs");
// the compiler would take many seconds to make the grammar's one huge function fast
require("v8").setFlagsFromString("--liftoff-only");
const { Parser, Language } = require("web-tree-sitter");

const troubles = (node) => [
	...(node.isError || node.isMissing ? [`line ${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`] : []),
	...node.children.flatMap(troubles),
];

(async () => {
	await Parser.init();
	const parser = new Parser();
	parser.setLanguage(await Language.load(require.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm")));
	for (const file of process.argv.slice(2)) {
		const tree = parser.parse(fs.readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
		const root = tree.rootNode;
		console.log(JSON.stringify({ troubles: root.hasError ? troubles(root) : [], shape: root.toString() }));
	}
})();
