// Parses the PowerShell scripts that it is given, and prints one line of JSON for each: what the grammar does not
// understand, and the shape of what it does.
const fs = require("fs");
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
		console.log(JSON.stringify({ troubles: troubles(tree.rootNode), shape: tree.rootNode.toString() }));
	}
})();
